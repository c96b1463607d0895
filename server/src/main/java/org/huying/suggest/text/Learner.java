package org.huying.suggest.text;

import de.bwaldvogel.liblinear.SolverType;

/// How a [TextModel] is trained.
///
/// @param c what an error costs against a plain model
/// @param common a run is a feature once it stands in this many texts
/// @param sharpness turns distances from the border into confidence; fitted on held-out texts
public record Learner(SolverType solver, double c, int common, double sharpness) {

    /// The one that did best on held-out texts; the figures stand in docs/suggestions.md.
    public static final Learner BEST = new Learner(SolverType.MCSVM_CS, 1, 2, 11);
}
