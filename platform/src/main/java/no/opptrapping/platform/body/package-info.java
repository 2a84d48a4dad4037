/** Reads request bodies so that every fault is listed at once. */
@NullMarked
package no.opptrapping.platform.body;

import org.jspecify.annotations.NullMarked;
