import {
  EuiButton,
  EuiCallOut,
  EuiFieldPassword,
  EuiFieldText,
  EuiFormRow,
  EuiSpacer,
} from '@elastic/eui';
import React, { type FormEvent, useRef, useState } from 'react';
import type { Credentials, SignInResult } from './sign_in.ts';

interface LoginFormProps {
  /** Why one has come here, where that is not clear: shown until the first attempt. */
  readonly notice?: string | undefined;
  readonly signIn: (credentials: Credentials) => Promise<SignInResult>;
  readonly onSignedIn: (location: string) => void;
}

/** One attempt at a time; the fields stay editable only between attempts. */
export function LoginForm({ notice, signIn, onSignedIn }: LoginFormProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [shownNotice, setShownNotice] = useState(notice);
  const [problem, setProblem] = useState<string>();
  const isUnderWay = useRef(false);
  const passwordInput = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // A second Enter can come before React has disabled the button.
    if (isUnderWay.current) return;
    if (username === '' || password === '') {
      setProblem('Enter your username and your password.');
      return;
    }
    isUnderWay.current = true;
    setShownNotice(undefined);
    setIsBusy(true);
    setProblem(undefined);
    const result = await signIn({ username, password });
    if (result.outcome === 'signed_in') return onSignedIn(result.location);
    isUnderWay.current = false;
    setIsBusy(false);
    setProblem(result.message);
    setPassword('');
    passwordInput.current?.focus();
  }

  return (
    <form method="post" onSubmit={submit}>
      {shownNotice !== undefined && (
        <>
          <EuiCallOut announceOnMount iconType="info" size="s" title={shownNotice} />
          <EuiSpacer size="m" />
        </>
      )}
      {problem !== undefined && (
        <>
          <EuiCallOut
            announceOnMount
            color="danger"
            data-test-subj="loginErrorMessage"
            iconType="error"
            size="s"
            title={problem}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiFormRow label="Username">
        <EuiFieldText
          autoCapitalize="none"
          autoComplete="username"
          autoFocus
          data-test-subj="loginUsername"
          icon="user"
          name="username"
          onChange={(event) => setUsername(event.target.value)}
          readOnly={isBusy}
          spellCheck={false}
          value={username}
        />
      </EuiFormRow>
      <EuiFormRow label="Password">
        <EuiFieldPassword
          autoComplete="current-password"
          data-test-subj="loginPassword"
          inputRef={passwordInput}
          name="password"
          onChange={(event) => setPassword(event.target.value)}
          readOnly={isBusy}
          type="dual"
          value={password}
        />
      </EuiFormRow>
      <EuiSpacer size="l" />
      <EuiButton data-test-subj="loginSubmit" fill fullWidth isLoading={isBusy} type="submit">
        Log in
      </EuiButton>
    </form>
  );
}
