/// Signing in from outside: OpenID Connect and one-use codes of government apps, each provider by a file. A provider proves
/// who somebody is; which account that is and what it may do is decided by `access`.
@NullMarked
package org.huying.gateway.signin;

import org.jspecify.annotations.NullMarked;
