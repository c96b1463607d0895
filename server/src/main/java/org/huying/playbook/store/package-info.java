/// Registered versions and the playbooks in force.
@NullMarked
package org.huying.playbook.store;

import org.jspecify.annotations.NullMarked;
