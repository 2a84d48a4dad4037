/** Known-bad examples: each breaks one rule of the house, to prove that the rule fires. */
@NullMarked
package no.opptrapping.platform.badexamples.database;

import org.jspecify.annotations.NullMarked;
