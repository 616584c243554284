import { describe, expect, it, jest } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { LoginPage } from './login_page.tsx';
import type { Credentials, SignInResult } from './sign_in.ts';

function open(notice?: string) {
  const answers: ((result: SignInResult) => void)[] = [];
  const signIn = jest.fn(
    (_credentials: Credentials) => new Promise<SignInResult>((resolve) => answers.push(resolve)),
  );
  const onSignedIn = jest.fn();
  render(<LoginPage notice={notice} onSignedIn={onSignedIn} signIn={signIn} />);
  return {
    user: userEvent.setup(),
    signIn,
    onSignedIn,
    answer: (r: SignInResult) => answers.pop()?.(r),
  };
}

const username = () => screen.getByTestId('loginUsername');
const password = () => screen.getByTestId('loginPassword');

describe('the login page', () => {
  it('waits for a user name, and helps password managers', () => {
    open();
    expect(username()).toHaveFocus();
    expect(username()).toHaveAttribute('autocomplete', 'username');
    expect(password()).toHaveAttribute('autocomplete', 'current-password');
  });

  it('says that keys are not for logging in', () => {
    open();
    expect(screen.getByText(/API keys are for programs/)).toBeVisible();
  });

  it('logs in with Enter, once however often it is pressed', async () => {
    const { user, signIn, onSignedIn, answer } = open();
    await user.type(username(), 'jo');
    await user.type(password(), 's3cret{Enter}{Enter}');
    expect(signIn.mock.calls).toEqual([[{ username: 'jo', password: 's3cret' }]]);
    expect(onSignedIn).not.toHaveBeenCalled();
    answer({ outcome: 'signed_in', location: '/app' });
    await waitFor(() => expect(onSignedIn.mock.calls).toEqual([['/app']]));
  });

  it('shows why it failed, keeps the name and waits for another password', async () => {
    const { user, signIn, answer } = open();
    await user.type(username(), 'jo');
    await user.type(password(), 'wrong{Enter}');
    answer({ outcome: 'refused', message: 'Username or password is incorrect.' });
    expect(await screen.findByText('Username or password is incorrect.')).toBeVisible();
    expect(username()).toHaveValue('jo');
    expect(password()).toHaveValue('');
    expect(password()).toHaveFocus();

    await user.type(password(), 'right{Enter}');
    expect(signIn).toHaveBeenLastCalledWith({ username: 'jo', password: 'right' });
    expect(screen.queryByText('Username or password is incorrect.')).not.toBeInTheDocument();
  });

  it('says why one has come here, until one goes on', async () => {
    const { user } = open('Your session has ended.');
    expect(screen.getByText('Your session has ended.')).toBeVisible();
    expect(username()).toHaveFocus();
    await user.type(username(), 'jo');
    await user.type(password(), 's3cret{Enter}');
    expect(screen.queryByText('Your session has ended.')).not.toBeInTheDocument();
  });

  it('asks for both before it asks the console', async () => {
    const { user, signIn } = open();
    await user.type(username(), 'jo{Enter}');
    expect(await screen.findByText('Enter your username and your password.')).toBeVisible();
    expect(signIn).not.toHaveBeenCalled();
  });
});
