# SPDX-License-Identifier: EUPL-1.2
"""tuspyserver, the tus server for FastAPI, run by uvicorn in one process, with its own files.

``python tus_asgi.py PORT FOLDER``: uploads are created below ``/files`` and lie in FOLDER.
"""

import sys

import uvicorn
from fastapi import FastAPI
from tuspyserver import create_tus_router

if __name__ == "__main__":
    application = FastAPI()
    application.include_router(create_tus_router(prefix="files", files_dir=sys.argv[2]))
    uvicorn.run(application, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
