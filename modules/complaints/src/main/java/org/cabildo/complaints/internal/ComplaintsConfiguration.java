// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How complaint tracking introduces itself. */
@Configuration(proxyBeanMethods = false)
class ComplaintsConfiguration {

    @Bean
    ModuleDescriptor complaintsModule() {
        return ModuleDescriptor.module("complaints")
                .kinds(SiteKind.MUNICIPALITY)
                .paths("/reportes", "/gestion/reportes", "/open311", "/api/v1/requests")
                .navigation("module.complaints.name", "/reportes", "megaphone", 15)
                .machines("/open311")
                .staffNavigation("complaints.keys.title", "/gestion/reportes/claves", "key", "complaints.configure", 76)
                .staffNavigation("module.complaints.name", "/gestion/reportes", "inbox", "complaints.work", 20)
                .staffNavigation(
                        "complaints.desk.confidential",
                        "/gestion/reportes/confidenciales",
                        "lock",
                        "complaints.confidential",
                        21)
                .permission("complaints.triage", "complaints.triage")
                .permission("complaints.work", "complaints.triage", "complaints.worker")
                .permission("complaints.moderate", "complaints.triage")
                .permission("complaints.confidential", "complaints.confidential")
                .permission("complaints.configure")
                .feeds("/reportes.atom")
                .jobs("complaints.sweep", "complaints.folding", "complaints.drafts")
                .build();
    }
}
