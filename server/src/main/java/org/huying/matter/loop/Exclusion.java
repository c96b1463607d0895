package org.huying.matter.loop;

public enum Exclusion {
    ALL,
    RATING
}
