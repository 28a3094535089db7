// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.open311.ApiKeys.Attempt;
import org.cabildo.complaints.open311.ApiKeys.Use;
import org.cabildo.complaints.open311.OpenRequests.Receipt;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.complaints.open311.Part.Whole;
import org.cabildo.complaints.open311.Refusal.Problem;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** GeoReport v2, "POST Service Request". */
@Controller
@RequestMapping({Open311.V2, Open311.TRIAL})
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class IntakeController {

    private static final Map<String, String> FIELDS =
            Map.of("place", "lat, long, address_string, address_id", "service", "service_code");

    private final OpenRequests requests;
    private final KeyCheck keys;
    private final SentPhotos photos;
    private final Words words;

    IntakeController(OpenRequests requests, KeyCheck keys, SentPhotos photos, Words words) {
        this.requests = requests;
        this.keys = keys;
        this.photos = photos;
        this.words = words;
    }

    @PostMapping("/requests" + Open311.FORM)
    ResponseEntity<byte[]> report(@PathVariable String format, HttpServletRequest request) {
        Body.required(request);
        Parameters parameters = new Parameters(request);
        Words.Spoken spoken = words.of(request);
        TenantId tenant = spoken.site().requireTenant();
        Attempt.Granted key = keys.granted(tenant, parameters, Use.REPORT);
        Open311.site(request, parameters);
        Catalogue catalogue = requests.catalogue(tenant);
        Service service = service(catalogue, parameters);
        Receipt receipt = take(tenant, service, request, parameters, key, spoken);
        Whole answer = Part.whole("request");
        if (service.type().equals("realtime")) {
            answer.with("service_request_id", Long.toString(receipt.id()));
        } else if (service.type().equals("batch")) {
            answer.with("token", receipt.token());
        }
        answer.with("service_notice", RequestParts.notice(catalogue, service, spoken))
                .with("account_id", "");
        return Format.of(format).answer(200, new Many("service_requests", List.of(answer)));
    }

    private static Service service(Catalogue catalogue, Parameters parameters) {
        String code = parameters.text("service_code");
        if (code.isEmpty()) {
            throw Refusal.wrong("complaints.open311.missing", "service_code");
        }
        return catalogue
                .service(code)
                .filter(ServicesController::offered)
                .orElseThrow(() -> Refusal.absent("complaints.open311.service", code));
    }

    private Receipt take(
            TenantId tenant,
            Service service,
            HttpServletRequest request,
            Parameters parameters,
            Attempt.Granted key,
            Words.Spoken spoken) {
        NewRequest told = told(service, parameters, submission(request, key), spoken);
        List<StoredPhoto> sent = photos.keep(tenant, request);
        boolean kept = false;
        try {
            Receipt receipt =
                    requests.report(tenant, told.with(sent), service.type().equals("batch"), Open311.trial(request));
            kept = receipt.kept();
            return receipt;
        } catch (ReportRefused refused) {
            throw new Refusal(
                    400,
                    refused.problems().entrySet().stream()
                            .map(problem -> Problem.of(
                                    400,
                                    "complaints.open311.field",
                                    FIELDS.getOrDefault(problem.getKey(), problem.getKey()),
                                    spoken.of(problem.getValue())))
                            .toList());
        } finally {
            if (!kept) {
                photos.discard(tenant, sent);
            }
        }
    }

    /** A client that may send twice says so with the header Idempotency-Key. */
    private static String submission(HttpServletRequest request, Attempt.Granted key) {
        String given = request.getHeader("Idempotency-Key");
        UUID one = given == null || given.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(given.getBytes(StandardCharsets.UTF_8));
        return "open311:" + key.key() + ":" + one;
    }

    private static NewRequest told(Service service, Parameters parameters, String submission, Words.Spoken spoken) {
        String first = parameters.text("first_name", 59);
        String last = parameters.text("last_name", 60);
        return new NewRequest(
                submission,
                service.code(),
                parameters.text("description"),
                parameters.attributes(),
                parameters.point(),
                parameters.text("address_string", 300),
                parameters.text("address_id", 100),
                "",
                "open311",
                new Reporter(
                        (first + " " + last).strip(),
                        parameters.text("email", 254),
                        parameters.text("phone", 40),
                        false,
                        spoken.locale().getLanguage()),
                true,
                List.of(),
                Media.address(parameters.text("media_url", Media.LONGEST)),
                null);
    }
}
