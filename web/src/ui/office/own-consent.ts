// SPDX-License-Identifier: EUPL-1.2
/** The consent text that comes with this package: the very files that the command line signs where none is named. */
import en from "../../../../relay/station/consent/en.txt?raw"
import fr from "../../../../relay/station/consent/fr.txt?raw"
import type { ConsentWords } from "../../relay/opening_case.ts"

export const OWN_CONSENT: ConsentWords = { en, fr }
