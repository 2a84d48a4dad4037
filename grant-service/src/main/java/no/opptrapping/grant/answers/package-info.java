/** Questions and answers about a call, published for everybody without who asked. */
@NullMarked
package no.opptrapping.grant.answers;

import org.jspecify.annotations.NullMarked;
