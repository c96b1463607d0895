package org.huying.playbook;

/// What everybody may read of the matters of an item.
public enum Publication {
    /// That there is one is told in sums only.
    NOTHING,
    /// What it is about, where, who has it and how far it is.
    FACTS,
    /// Also what was said and shown: the place vouches that this tells nothing about a person.
    WORDS
}
