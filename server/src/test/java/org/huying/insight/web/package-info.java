@NullMarked
package org.huying.insight.web;

import org.jspecify.annotations.NullMarked;
