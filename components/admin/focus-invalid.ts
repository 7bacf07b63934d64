/** Takes the keyboard to the first field that is wrong, once its error is drawn and can be read out with it. */
export function focusInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
