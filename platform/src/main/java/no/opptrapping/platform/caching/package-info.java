/** What may be kept of an answer, by whom, and from which pages it may be read. */
@NullMarked
package no.opptrapping.platform.caching;

import org.jspecify.annotations.NullMarked;
