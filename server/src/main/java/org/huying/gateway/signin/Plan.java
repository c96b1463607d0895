package org.huying.gateway.signin;

import java.util.Set;
import org.huying.playbook.Text;

/// What the file of a provider says.
///
/// @param by the word of the protocol: `oidc` or `code`
/// @param at where browsers find Huying, without a slash at the end
/// @param doors whose sign-in pages show it
record Plan(String key, Text name, String by, String at, Set<String> doors, Way way) {

    /// Where the provider sends people back to.
    String back(String region) {
        return at + SignInController.BACK + region + "/" + key;
    }
}
