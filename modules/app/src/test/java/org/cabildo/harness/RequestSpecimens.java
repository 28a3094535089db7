// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.List;

/** Addresses of reports, for people and for machines. */
final class RequestSpecimens {

    private RequestSpecimens() {}

    static void addTo(Specimens specimens) {
        pages(specimens);
        machines(specimens);
    }

    private static void pages(Specimens specimens) {
        String request = "select id::text from complaints.request where listed and tenant_id = ? order by id limit 3";
        for (String end : List.of("", ".atom", ".ics", "/reabrir")) {
            specimens.put("/reportes/{id}" + end, "/reportes/%s" + end, request, "999999999999");
        }
        specimens.put(
                "/reportes/{id}/fotos/{number}.jpg",
                "/reportes/%s.jpg",
                "select request || '/fotos/' || id from complaints.photo where not hidden and tenant_id = ? limit 3",
                "999999999999/fotos/1");
        String draft = "select id::text from complaints.draft where tenant_id = ?";
        for (String end : List.of("que", "lugar", "parecidos", "seguir", "detalles", "contacto", "revisar")) {
            specimens.put("/reportes/nuevo/{draft}/" + end, "/reportes/nuevo/%s/" + end, draft, Specimens.NOBODY);
        }
        specimens.put(
                "/reportes/nuevo/{draft}/fotos/{place}.jpg", "/reportes/nuevo/%s/fotos/0.jpg", draft, Specimens.NOBODY);
        String secret = "A".repeat(24);
        String mine = "/reportes/{id}/mio/{secret}";
        for (String end :
                List.of("", "/comentar", "/reabrir", "/calificar", "/editar", "/servicio", "/nombre", "/retirar")) {
            specimens.put(mine + end, site -> List.of(), "/reportes/999999999999/mio/" + secret + end);
        }
        specimens.put(
                mine + "/fotos/{number}.jpg",
                site -> List.of(),
                "/reportes/999999999999/mio/" + secret + "/fotos/1.jpg");
        specimens.put(
                "/reportes/{id}/confirmar/{secret}", site -> List.of(), "/reportes/999999999999/confirmar/" + secret);
    }

    private static void machines(Specimens specimens) {
        for (String end : List.of("/open311", "/open311/v2", "/open311/test/v2")) {
            specimens.putFixed(end + "/discovery.{format}", end + "/discovery.", "xml", "json");
        }
        String requests = "select id::text from complaints.request where listed and tenant_id = ? order by id";
        String tokens = "select token from complaints.token where tenant_id = ?";
        for (String base : List.of("/open311/v2", "/open311/test/v2")) {
            specimens.putFixed(base + "/services.{format}", base + "/services.", "xml", "json");
            specimens.putFixed(base + "/requests.{format}", base + "/requests.", "xml", "json");
            specimens.putFixed(base + "/services/{code}.{format}", base + "/services/", "bache.xml");
            specimens.put(base + "/requests/{id}.{format}", base + "/requests/%s.json", requests, "1");
            specimens.put(base + "/tokens/{token}.{format}", base + "/tokens/%s.xml", tokens, "no-hay");
        }
        specimens.putFixed(
                "/open311/v2/servicerequestupdates.{format}", "/open311/v2/servicerequestupdates.", "xml", "json");
        specimens.put(
                "/gestion/reportes/claves/{id}/anular",
                "/gestion/reportes/claves/%s/anular",
                "select id::text from complaints.api_key where tenant_id = ?",
                Specimens.NOBODY);
    }
}
