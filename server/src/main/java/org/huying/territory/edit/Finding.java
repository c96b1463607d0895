package org.huying.territory.edit;

/// Something about the layout that people should look at.
///
/// @param other the other place concerned, or empty
/// @param squareMetres how much, where it is an area
/// @param zh in plain Chinese
/// @param en the same in English
public record Finding(
        Kind kind,
        String code,
        String name,
        String other,
        long squareMetres,
        String zh,
        String en) {

    /// What it is about.
    public enum Kind {
        OVERLAP,
        GAP,
        OUTSIDE,
        HOUSEHOLDS,
        AREA,
        /// The place above is not valid: the grid belongs to no community.
        ORPHAN,
        /// A community without grids in a street whose other communities have some.
        WITHOUT_GRIDS
    }
}
