@NullMarked
package org.huying.playbook.web;

import org.jspecify.annotations.NullMarked;
