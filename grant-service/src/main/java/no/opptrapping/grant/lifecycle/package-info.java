/** Life cycles as tables: who may do what to something, and what becomes of it. */
@NullMarked
package no.opptrapping.grant.lifecycle;

import org.jspecify.annotations.NullMarked;
