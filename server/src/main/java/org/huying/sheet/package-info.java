/// Sheets: lists that people bring in files or take away in them. Reads CSV and XLSX row by row, knows what people type into
/// cells, and writes both again; text stays text, and there is an end to everything. Pure but for the files it is given.
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"problem"})
@NullMarked
package org.huying.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
