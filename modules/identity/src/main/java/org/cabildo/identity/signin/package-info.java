// SPDX-License-Identifier: Apache-2.0
/** The filter chain: sign-in, sessions, tokens, forgery protection and security headers. */
@NullMarked
package org.cabildo.identity.signin;

import org.jspecify.annotations.NullMarked;
