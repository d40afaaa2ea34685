package org.claimgate.sandbox;

/** A user of the sandbox: signs in with the password, or with any key of the work folder's authorized_keys. */
public record Account(String user, String password) {

    public Account {
        if (!user.matches("[A-Za-z0-9._-]+") || user.startsWith(".")) {
            throw new IllegalArgumentException("A user name is letters, digits, dot, dash and underscore: " + user);
        }
    }

    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
