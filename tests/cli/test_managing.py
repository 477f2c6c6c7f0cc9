# SPDX-License-Identifier: EUPL-1.2
"""``relay manager``: a whole programme from the first mediator to the last renewal, by its command line."""

import asyncio
import re
from pathlib import Path

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.records import Role, Side
from relay.station.certifying import believe_request, certify, make_ticket, used_ticket
from relay.station.client import Client
from relay.station.enrolling import new_secrets, use_ticket
from relay.station.key_file import read_key_file
from relay.station.keyring import Keyring
from relay.station.signing_in import sign_in
from tests.cli.relays import Programme, founded, served


async def _use_ticket(programme: Programme, code: str) -> tuple[Keyring, str]:
    """Enrol somebody; return their keys and kit code."""
    chosen = new_secrets("en", with_link=False)
    async with Client(_url(programme)) as client:
        newcomer = await use_ticket(
            client, code, fingerprint=_fingerprint(programme), chosen=chosen, memory_kib=LEAST_MEMORY_KIB
        )
    return newcomer.keyring, chosen.kit


async def _certify_somebody(programme: Programme, mediator: Keyring, kit: str, case: str) -> str:
    """Have a mediator certify a new person in ``case``; return the person's id."""
    url, fingerprint = _url(programme), _fingerprint(programme)
    async with Client(url) as client:
        await sign_in(client, mediator.account, kit, slot="kit", origin=url, fingerprint=fingerprint)
        made = await make_ticket(client, case=case, person=b64u(bytes(range(16))), side=Side.HARMED)
        await _use_ticket(programme, made.code)
        view = await used_ticket(client, made.code, case=case)
        await certify(client, mediator, believe_request(view, made.code), lookup=view.lookup, epoch=1)
    return view.person or ""


def _url(programme: Programme) -> str:
    return f"http://localhost:{programme.port}"


def _fingerprint(programme: Programme) -> str:
    return read_key_file(programme.keys / "root.key", words=programme.root_words).fingerprint


def _admit_mediator(programme: Programme) -> tuple[Keyring, str, str]:
    """Make a ticket, use it, vouch for its user; return keys, kit code and the printed key id."""
    made = programme.manager("certify", "--ticket")
    assert made.exit_code == 0, made.output
    code = re.findall(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", made.output)[0]
    keyring, kit = asyncio.run(_use_ticket(programme, code))
    second = {"RELAY_SECOND_WORDS": programme.root_words}
    done = programme.manager("certify", "--second", str(programme.keys / "root.key"), typed="y\n", **second)
    assert done.exit_code == 0, done.output
    assert re.search(r"(\d{5} ){5}\d{5}", done.output), done.output
    return keyring, kit, keyring.key_id


def _texts(tmp_path: Path, english: str, french: str) -> tuple[str, str, str]:
    paths = (tmp_path / "consent.en.txt", tmp_path / "consent.fr.txt")
    for path, words in zip(paths, (english, french), strict=True):
        path.write_bytes(words.encode("utf-8"))
    return ("--consent", str(paths[0]), str(paths[1]))


def _open_case(programme: Programme, tmp_path: Path) -> str:
    opened = programme.manager("open-case", *_texts(tmp_path, "I agree.\r\n", "J’accepte.\r\n"))
    assert opened.exit_code == 0, opened.output
    return opened.output.split()[1]


def test_a_programme_is_run_from_the_command_line(tmp_path: Path) -> None:
    """Mediator in, case open, person named, rules changed, dates renewed, mediator out."""
    programme = founded(tmp_path)
    with served(programme):
        mediator, kit, key_id = _admit_mediator(programme)
        case = _open_case(programme, tmp_path)
        person = asyncio.run(_certify_somebody(programme, mediator, kit, case))
        asked = programme.manager("certify", typed="n\n")
        assert (person in asked.output, "Nobody waits" in asked.output) == (True, True), asked.output
        named = programme.manager("certify", "--yes")
        assert "One person is named" in named.output, named.output
        assert "Nobody waits" in programme.manager("certify").output
        shown = programme.manager("policy")
        assert (key_id in shown.output, "people 1" in shown.output) == (True, True), shown.output
        assert "cooling-off 2 h" in programme.manager("policy", case, "--cooling-hours", "2").output
        assert "channels: -" in programme.manager("policy", case, "--close").output
        kept = programme.manager("policy", case, "--channel", "letter", typed="n\n")
        assert ("opens no gate" in kept.output, "channels: -" in kept.output) == (True, True), kept.output
        again = programme.manager("policy", case, "--channel", "letter", typed="y\n")
        assert "channels: letter" in again.output, again.output
        reworded = programme.manager(
            "policy", case, *_texts(tmp_path, "I agree, anew.", "J’accepte, de nouveau.")
        )
        assert reworded.exit_code == 0, reworded.output
        hidden = programme.manager("policy", case, *_texts(tmp_path, "I\u200b agree.", "J’accepte."))
        assert (hidden.exit_code, "hidden" in hidden.output) == (1, True), hidden.output
        refused = programme.manager("policy", case, "--quorum", "2")
        assert (refused.exit_code, "cannot be met" in refused.output) == (1, True)
        root = {"RELAY_ROOT_WORDS": programme.root_words}
        renewed = programme.manager("renew", "--root", str(programme.keys / "root.key"), **root)
        assert "The directory counts until" in renewed.output, renewed.output
        retired = programme.manager("revoke", key_id, "--retire", "--yes")
        assert "is retired from directory" in retired.output, retired.output
        assert "needs another mediator" in retired.output, retired.output
        assert programme.manager("revoke", key_id, "--retire", "--yes").exit_code == 1
        revoked = programme.manager("revoke", key_id, "--yes")
        assert "needs another mediator" in revoked.output, revoked.output
        assert "revoked" in programme.manager("policy").output


def test_a_mediator_needs_a_second_voucher(tmp_path: Path) -> None:
    """One key file alone lets nobody in."""
    programme = founded(tmp_path)
    with served(programme):
        made = programme.manager("certify", "--ticket")
        code = re.findall(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", made.output)[0]
        asyncio.run(_use_ticket(programme, code))
        alone = programme.manager("certify", "--yes")
        assert "A second key file has to vouch" in alone.output, alone.output
        same = {"RELAY_SECOND_WORDS": programme.manager_words}
        twice = programme.manager("certify", "--yes", "--second", str(programme.keys / "manager.key"), **same)
        assert (twice.exit_code, "must be another one" in twice.output) == (1, True), twice.output
        assert programme.manager("policy").output == ""


def test_two_signatures_come_from_two_machines(tmp_path: Path) -> None:
    """A file goes from the first signer to the root and back; a changed, own or used one is refused."""
    programme = founded(tmp_path)
    file, root = tmp_path / "mediator.json", {"RELAY_KEY_WORDS": programme.root_words}
    nowhere = ("--key", str(programme.keys / "root.key"), "--url", "http://localhost:9")
    with served(programme):
        made = programme.manager("certify", "--ticket")
        code = re.findall(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", made.output)[0]
        keyring, _ = asyncio.run(_use_ticket(programme, code))
        first = programme.manager("certify", "--first", str(file), typed="y\n")
        assert f"signed first for mediator {keyring.key_id}" in first.output, first.output
        own = programme.manager("countersign", str(file), "--yes")
        assert (own.exit_code, "Two different keys" in own.output) == (1, True), own.output
        whole = file.read_text()
        file.write_text(whole.replace('"sig": "', '"sig": "AAAA', 1))
        assert programme.manager("countersign", str(file), *nowhere, "--yes", **root).exit_code == 1
        file.write_text(whole)
        asked = programme.manager("countersign", str(file), *nowhere, typed="y\n", **root)
        words = re.findall(r"these six words with them: (.+)", first.output)[0]
        assert (words in asked.output, "The root signed" in asked.output) == (True, True), asked.output
        published = programme.manager("countersign", str(file), "--yes")
        assert "is in the directory now" in published.output, published.output
        done = programme.manager("certify", typed="y\n")
        assert f"Mediator {keyring.key_id} is in the directory" in done.output, done.output
        again = programme.manager("countersign", str(file), "--yes")
        assert (again.exit_code, "already" in again.output) == (1, True), again.output


def test_an_interpreter_needs_one_manager_retires_and_can_be_revoked(tmp_path: Path) -> None:
    """The ticket says for whom it is; the directory's one signature lists them."""
    programme = founded(tmp_path)
    with served(programme):
        made = programme.manager("certify", "--ticket", "--interpreter")
        assert "interpreter’s ticket" in made.output, made.output
        code = re.findall(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}", made.output)[0]
        keyring, _ = asyncio.run(_use_ticket(programme, code))
        assert keyring.role is Role.INTERPRETER
        done = programme.manager("certify", typed="y\n")
        assert f"Interpreter {keyring.key_id} is in the directory" in done.output, done.output
        assert "Nobody waits" in programme.manager("certify").output
        retired = programme.manager("revoke", keyring.key_id, "--retire", typed="y\n")
        assert "what they made still counts" in retired.output, retired.output
        assert "is retired from directory" in retired.output, retired.output
        assert programme.manager("revoke", keyring.key_id, "--retire", "--yes").exit_code == 1
        revoked = programme.manager("revoke", keyring.key_id, "--yes")
        assert "is revoked from directory" in revoked.output, revoked.output


def test_wrong_words_sign_nothing(tmp_path: Path) -> None:
    """Said in one sentence; the relay is not even asked."""
    programme = founded(tmp_path)
    refused = programme.manager("renew", RELAY_KEY_WORDS=programme.root_words)
    assert (refused.exit_code, "not the words" in refused.output) == (1, True), refused.output
    missing = programme.manager("renew", RELAY_KEY=str(tmp_path / "none.key"))
    assert (missing.exit_code, "no key file" in missing.output) == (1, True)
    away = programme.manager("renew")
    assert (away.exit_code, "does not answer" in away.output) == (1, True), away.output


def test_the_words_can_be_typed(tmp_path: Path) -> None:
    """They are not shown while they are typed."""
    programme = founded(tmp_path)
    with served(programme):
        variables = {"RELAY_KEY": str(programme.keys / "manager.key")}
        done = programme.relay("manager", "renew", typed=f"{programme.manager_words}\n", **variables)
        assert done.exit_code == 0, done.output
        assert programme.manager_words not in done.output
        other = unb64u(read_key_file(programme.keys / "root.key", words=programme.root_words).seed)
        assert b64u(other) not in done.output
