/** Known-bad examples: each breaks one rule of the house, to prove that the rule fires. */
@NullMarked
package no.opptrapping.platform.badexamples.consuming;

import org.jspecify.annotations.NullMarked;
