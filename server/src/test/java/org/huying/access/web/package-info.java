@NullMarked
package org.huying.access.web;

import org.jspecify.annotations.NullMarked;
