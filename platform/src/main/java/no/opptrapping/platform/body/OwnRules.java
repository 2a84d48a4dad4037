package no.opptrapping.platform.body;

import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/** A form with rules that no constraint says; they are told with everything else that is wrong. */
public interface OwnRules {
    /** The rules that are broken, with pointers from this form on; asked only when nothing in it is missing. */
    List<BrokenRule> broken();
}
