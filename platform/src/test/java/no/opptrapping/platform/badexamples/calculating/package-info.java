/** Known bad: what calculates and asks the world. */
@NullMarked
package no.opptrapping.platform.badexamples.calculating;

import org.jspecify.annotations.NullMarked;
