/// Where playbooks and catalogues come from: shipped files, a folder, the database.
@NullMarked
package org.huying.playbook.source;

import org.jspecify.annotations.NullMarked;
