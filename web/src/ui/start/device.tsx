// SPDX-License-Identifier: EUPL-1.2
/** "Is this device only yours?": asked, never guessed; what follows from each answer is said with it. */
import { Choice } from "../elements/choice/choice.tsx"
import { say } from "../language.ts"

export type DeviceAnswer = "mine" | "shared" | null

export type DeviceQuestionProperties = {
  readonly value: DeviceAnswer
  readonly onChoose: (answer: "mine" | "shared") => void
  readonly missing?: boolean
}

export function DeviceQuestion({ value, onChoose, missing }: DeviceQuestionProperties) {
  return (
    <Choice<"mine" | "shared">
      question={say("device-question")}
      value={value}
      onChoose={onChoose}
      problem={missing ? say("sign-in-missing-device") : undefined}
      options={[
        { value: "mine", label: say("device-mine"), hint: say("device-mine-hint") },
        { value: "shared", label: say("device-shared"), hint: say("device-shared-hint") },
      ]}
    />
  )
}
