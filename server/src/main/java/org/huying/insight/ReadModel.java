package org.huying.insight;

/// The read model as a whole: lists, search and counters of a region.
public interface ReadModel {

    /// Brings every line up to date with its matter, counts everything anew, and repairs the counters that differ.
    /// Exact while work goes on. Answers what differed; nothing does unless something was lost.
    Recount recompute(String region);

    /// Forgets the region's read model and builds it again from the matters. Answers how many there are. With no other
    /// region stored it is fast, and lists wait until it is done.
    long rebuild(String region);
}
