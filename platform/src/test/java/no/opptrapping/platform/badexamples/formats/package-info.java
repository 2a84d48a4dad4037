/** Known bad: operations that do not say what they produce and consume. */
@NullMarked
package no.opptrapping.platform.badexamples.formats;

import org.jspecify.annotations.NullMarked;
