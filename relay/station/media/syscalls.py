# SPDX-License-Identifier: EUPL-1.2
"""Which system calls a program that opens a film may make: no socket, no new program, no new process.

An allow-list, taken from what Debian's ffmpeg and the wheel's do over the test films. What is not on it does
not exist (ENOSYS), so that the C library falls back to an older call where there is one: ``clone3`` hides
its flags from a filter, ``clone`` shows that it starts a thread and nothing else.
"""

import ctypes
import os
from collections.abc import Generator
from contextlib import contextmanager
from errno import ENOSYS, EPERM
from typing import IO, Final

import pyseccomp  # pyright: ignore[reportMissingTypeStubs]

_CLONE_THREAD: Final = 0x00010000
_PR_SET_NO_NEW_PRIVS: Final = 38

_FILES: Final = """
    access close close_range dup dup2 dup3 faccessat faccessat2 fadvise64 fallocate fcntl fdatasync
    fstat fstatfs fsync ftruncate getcwd getdents getdents64 ioctl lseek lstat newfstatat open openat
    pipe pipe2 pread64 preadv pwrite64 pwritev read readlink readlinkat readv stat statfs statx umask
    write writev
"""
_MEMORY: Final = """
    brk get_mempolicy madvise membarrier mincore mlock mlock2 mmap mprotect mremap munlock munmap
    set_mempolicy
"""
_TIME: Final = """
    clock_getres clock_gettime clock_nanosleep epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2
    futex getitimer gettimeofday nanosleep pause poll ppoll pselect6 restart_syscall select setitimer
    time times
"""
_ITSELF: Final = """
    arch_prctl capget exit exit_group get_robust_list getcpu getegid geteuid getgid getgroups getpgrp
    getpid getppid getpriority getrandom getresgid getresuid getrlimit getrusage gettid getuid prctl
    rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait
    sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler
    sched_yield set_robust_list set_tid_address sigaltstack sysinfo uname wait4 waitid
"""
# Of itself (0) only: Landlock alone leaves the other processes of the same person in reach of these.
_OF_ITSELF_ONLY: Final = ("prlimit64", "sched_setaffinity")
# execve starts ffmpeg itself, behind the filter; what it could start instead is behind it too.
_ALLOWED: Final = (*_FILES.split(), *_MEMORY.split(), *_TIME.split(), *_ITSELF.split(), "execve")

# Said clearly instead of "does not exist": a program that asks for these is not an ffmpeg at work.
_FORBIDDEN: Final = """
    accept accept4 bind bpf connect fork io_uring_setup kexec_load keyctl kill listen mkdir mount
    pivot_root process_vm_readv process_vm_writev ptrace rename sendmsg sendto setns socket socketpair
    tgkill tkill umount2 unlink unlinkat unshare userfaultfd vfork
"""


@contextmanager
def filter_file() -> Generator[IO[bytes]]:
    """Give the filter as a program for the kernel, in memory, ready to be read from its start."""
    with os.fdopen(os.memfd_create("syscalls"), "w+b") as file:
        _rules().export_bpf(file)
        file.seek(0)
        yield file


def load_filter() -> None:
    """Bind this process, and what it starts, to the filter; there is no way back.

    Raises:
        OSError: the kernel takes no filter.
    """
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    _rules().load()


def _rules() -> pyseccomp.SyscallFilter:
    rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(ENOSYS))
    for name in _ALLOWED:
        rules.add_rule(pyseccomp.ALLOW, name)
    for name in _FORBIDDEN.split():
        rules.add_rule(pyseccomp.ERRNO(EPERM), name)
    for name in _OF_ITSELF_ONLY:
        rules.add_rule(pyseccomp.ALLOW, name, pyseccomp.Arg(0, pyseccomp.EQ, 0))
        rules.add_rule(pyseccomp.ERRNO(EPERM), name, pyseccomp.Arg(0, pyseccomp.NE, 0))
    thread = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD)
    rules.add_rule(pyseccomp.ALLOW, "clone", thread)
    process = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, 0)
    rules.add_rule(pyseccomp.ERRNO(EPERM), "clone", process)
    return rules
