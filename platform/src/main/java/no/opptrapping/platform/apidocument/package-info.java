/** What every service's API document says in the same words: refusals, callers, and bounds of what is read. */
@NullMarked
package no.opptrapping.platform.apidocument;

import org.jspecify.annotations.NullMarked;
