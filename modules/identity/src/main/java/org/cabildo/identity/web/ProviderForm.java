// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

/** What somebody typed about the tenant's identity provider. The secret is not shown again. */
public record ProviderForm(String name, String address, String clientId) {}
