package org.huying.front;

import java.util.List;

/// What a demo tells its visitors: the accounts they may try.
///
/// @param password of every account
public record Guide(String password, List<Guest> accounts) {

    public Guide {
        accounts = List.copyOf(accounts);
    }

    /// An account to try.
    ///
    /// @param role key of the role
    /// @param place what it stands for, in Chinese
    public record Guest(String login, String role, String name, String place, Words does) {}

    public record Words(String zh, String en) {}
}
