package org.huying.territory;

/// What a node is; the code alone says only its level.
public enum Kind {
    DIVISION,
    GRID,
    EXCLUSIVE_GRID,
    MICRO_GRID,
    ESTATE,
    BUILDING,
    SEGMENT
}
