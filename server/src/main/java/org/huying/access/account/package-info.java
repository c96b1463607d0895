/// Accounts, their secrets and the ways to sign in.
@NamedInterface("account")
@NullMarked
package org.huying.access.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
