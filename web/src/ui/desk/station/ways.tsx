// SPDX-License-Identifier: EUPL-1.2
/** The way to the work on a film: a button at one's own station, a sentence everywhere else. */
import { Button } from "../../elements/button/button.tsx"
import { say } from "../../language.ts"
import { go } from "../../place.ts"
import { setting } from "../../settings.ts"
import { stationHere } from "./here.ts"

/** Which stations there are, where the programme says so. */
export function Stations() {
  const places = setting("stations")
  return places === "" ? null : <p>{say("station-where", { places })}</p>
}

export function AtStation({ message }: { readonly message: string }) {
  switch (stationHere()) {
    case "mine":
      return <Button onPress={() => go({ at: "station", message })}>{say("station-go-work")}</Button>
    case "another":
      return <p>{say("station-another")}</p>
    case "none":
      return (
        <>
          <p>{say("station-elsewhere")}</p>
          <Stations />
        </>
      )
  }
}
