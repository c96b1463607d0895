/// Founds a place at a given size on its real divisions: grids, bodies, posts, teams and the people who hold them. Used by
/// the demo and by the scenario tests. Deterministic: the same size gives the same place; what is made up says so.
@NullMarked
package org.huying.demo.founding;

import org.jspecify.annotations.NullMarked;
