package io.tongban.api.servicepoint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place where workers are served, as it is found from somewhere.
 *
 * @param id the gateway's own
 * @param owner client id of the bank or agency that runs it
 * @param reference the owner's own name for it, unique at the owner
 * @param kind what kind of place
 * @param level the level of administration that it serves
 * @param name as it is called
 * @param address where it is, in words
 * @param division six digits of GB/T 2260
 * @param position latitude and longitude in degrees (WGS 84)
 * @param distanceMetres from where it was asked for, as the crow flies
 * @param hours days and hours in which it is open, by the calendar of Shanghai
 * @param services what is done there
 * @param languages spoken there, BCP 47
 */
@Schema(description = "A place where workers are served, as it is found from somewhere.")
public record ServicePoint(
        @Schema(required = true, description = "The gateway's own.", examples = "svp_01kandb7vq5zrp5nh3qj8m2c60")
        String id,

        @Schema(
                required = true,
                description = "Client id of the bank or agency that runs it.",
                examples = "nanling-bank")
        String owner,

        @Schema(required = true, description = "The owner's own name for it, unique at the owner.", examples = "gz-001")
        String reference,

        @Schema(required = true) PointKind kind,
        @Schema(required = true) PointLevel level,

        @Schema(required = true, description = "As it is called.", examples = "南岭银行天河支行")
        String name,

        @Schema(required = true, description = "Where it is, in words.", examples = "广州市天河区体育西路101号")
        String address,

        @Schema(required = true, description = "Six digits of GB/T 2260.", examples = "440106")
        String division,

        @Schema(
                required = true,
                description = "Latitude and longitude in degrees (WGS 84).",
                examples = "23.13210,113.32110")
        String position,

        @Schema(required = true, description = "From where it was asked for, as the crow flies.", examples = "840")
        long distanceMetres,

        @Schema(
                required = true,
                description = "Days and hours in which it is open, by the calendar of Shanghai.",
                examples = "Mo-Fr 09:00-17:00; Sa 09:00-12:00")
        String hours,

        @Schema(required = true, description = "What is done there.")
        List<PointService> services,

        @Schema(required = true, description = "Spoken there, BCP 47.", examples = "[\"zh\"]")
        List<String> languages) {}
