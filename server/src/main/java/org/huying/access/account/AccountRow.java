package org.huying.access.account;

import java.util.Optional;
import java.util.UUID;
import org.huying.access.NewAccount;

record AccountRow(NewAccount account, UUID id, Optional<String> hash) {}
