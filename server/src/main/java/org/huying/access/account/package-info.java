/// Accounts, their secrets and the ways to sign in.
@NullMarked
package org.huying.access.account;

import org.jspecify.annotations.NullMarked;
