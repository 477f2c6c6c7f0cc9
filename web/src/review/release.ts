// SPDX-License-Identifier: EUPL-1.2
/** Nothing is shown without a verified release. Body follows. */
export {}
