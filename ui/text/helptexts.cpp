// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/helptexts.h"

#include <QtGlobal>

#include <array>

namespace ui {
namespace {

constexpr std::array texts{
    QT_TRANSLATE_NOOP("ocpp", "A TxProfile for this transaction."),
    QT_TRANSLATE_NOOP("ocpp", "A is the current of each phase, W the power of all phases together."),
    QT_TRANSLATE_NOOP("ocpp", "A number by which the reports about this request are recognised."),
    QT_TRANSLATE_NOOP("ocpp", "Ask for the answer in this unit."),
    QT_TRANSLATE_NOOP("ocpp", "Below this rate the vehicle charges inefficiently, in the unit of the "
                              "schedule."),
    QT_TRANSLATE_NOOP("ocpp", "Fixed in time (Absolute), repeated (Recurring), or from the start of charging "
                              "(Relative)."),
    QT_TRANSLATE_NOOP("ocpp", "From this moment on the station forgets the tag."),
    QT_TRANSLATE_NOOP("ocpp", "Full replaces the list, Differential changes the tags given."),
    QT_TRANSLATE_NOOP("ocpp", "Hash of the issuer's name, hexadecimal."),
    QT_TRANSLATE_NOOP("ocpp", "Hash of the issuer's public key, hexadecimal."),
    QT_TRANSLATE_NOOP("ocpp", "How far ahead to look."),
    QT_TRANSLATE_NOOP("ocpp", "How long the schedule lasts; left out, its last period has no end."),
    QT_TRANSLATE_NOOP("ocpp", "How often a Recurring profile begins again."),
    QT_TRANSLATE_NOOP("ocpp", "How often to try; left out, the station decides."),
    QT_TRANSLATE_NOOP("ocpp", "How the two hashes are made."),
    QT_TRANSLATE_NOOP("ocpp", "Its new value, always as text."),
    QT_TRANSLATE_NOOP("ocpp", "Leave out what is newer."),
    QT_TRANSLATE_NOOP("ocpp", "Leave out what is older."),
    QT_TRANSLATE_NOOP("ocpp", "Not used after this moment; left out: until it is replaced."),
    QT_TRANSLATE_NOOP("ocpp", "Not used before this moment; left out: at once."),
    QT_TRANSLATE_NOOP("ocpp", "Of several profiles the one with the highest level counts."),
    QT_TRANSLATE_NOOP("ocpp", "Only profiles of this connector; 0 is the whole station."),
    QT_TRANSLATE_NOOP("ocpp", "Only profiles of this level."),
    QT_TRANSLATE_NOOP("ocpp", "Only profiles with this purpose."),
    QT_TRANSLATE_NOOP("ocpp", "Operative may charge, Inoperative may not."),
    QT_TRANSLATE_NOOP("ocpp", "Phases that may be used; 3 when left out."),
    QT_TRANSLATE_NOOP("ocpp", "Soft ends transactions properly first; Hard restarts at once and may lose "
                              "them."),
    QT_TRANSLATE_NOOP("ocpp", "The certificate that signed the firmware, PEM."),
    QT_TRANSLATE_NOOP("ocpp", "The certificate to delete."),
    QT_TRANSLATE_NOOP("ocpp", "The certificate's serial number, hexadecimal, without leading zeros."),
    QT_TRANSLATE_NOOP("ocpp", "The connector to reserve; 0 is any connector."),
    QT_TRANSLATE_NOOP("ocpp", "The connector whose cable shall come free."),
    QT_TRANSLATE_NOOP("ocpp", "The connector, when the message is about one."),
    QT_TRANSLATE_NOOP("ocpp", "The connector; 0 is the grid connection of the station."),
    QT_TRANSLATE_NOOP("ocpp", "The connector; 0 is the station, or every connector with a TxDefaultProfile."),
    QT_TRANSLATE_NOOP("ocpp", "The connector; 0 is the whole station with all connectors."),
    QT_TRANSLATE_NOOP("ocpp", "The connector; left out, the station chooses."),
    QT_TRANSLATE_NOOP("ocpp", "The firmware and its signature."),
    QT_TRANSLATE_NOOP("ocpp", "The folder to which the station uploads its diagnostics."),
    QT_TRANSLATE_NOOP("ocpp", "The group of the tag: every tag of the group may use the reservation."),
    QT_TRANSLATE_NOOP("ocpp", "The group: tags with the same parent may stop each other."),
    QT_TRANSLATE_NOOP("ocpp", "The limits over time."),
    QT_TRANSLATE_NOOP("ocpp", "The limits, one after the other."),
    QT_TRANSLATE_NOOP("ocpp", "The message that the station shall send."),
    QT_TRANSLATE_NOOP("ocpp", "The most that may be drawn, in the unit of the schedule, with one decimal."),
    QT_TRANSLATE_NOOP("ocpp", "The name of the setting."),
    QT_TRANSLATE_NOOP("ocpp", "The number of the reservation; a number in use replaces that reservation."),
    QT_TRANSLATE_NOOP("ocpp", "The number that names the profile."),
    QT_TRANSLATE_NOOP("ocpp", "The profile to clear; then the other fields do not matter."),
    QT_TRANSLATE_NOOP("ocpp", "The profile to install."),
    QT_TRANSLATE_NOOP("ocpp", "The reservation to cancel."),
    QT_TRANSLATE_NOOP("ocpp", "The root certificate, PEM."),
    QT_TRANSLATE_NOOP("ocpp", "The settings to read; none means all."),
    QT_TRANSLATE_NOOP("ocpp", "The signature of the firmware file, base64."),
    QT_TRANSLATE_NOOP("ocpp", "The signed certificate and those between it and the root, PEM."),
    QT_TRANSLATE_NOOP("ocpp", "The station fetches the firmware at this moment or later."),
    QT_TRANSLATE_NOOP("ocpp", "The tag for which the connector is kept free."),
    QT_TRANSLATE_NOOP("ocpp", "The tag in whose name the station charges."),
    QT_TRANSLATE_NOOP("ocpp", "The tag that this entry is about."),
    QT_TRANSLATE_NOOP("ocpp", "The tags; none with a Full update empties the list."),
    QT_TRANSLATE_NOOP("ocpp", "The transaction to stop."),
    QT_TRANSLATE_NOOP("ocpp", "The vendor whose extension this is."),
    QT_TRANSLATE_NOOP("ocpp", "The version that the list has after this update; never 0 or -1."),
    QT_TRANSLATE_NOOP("ocpp", "The wait between two attempts; left out, the station decides."),
    QT_TRANSLATE_NOOP("ocpp", "Ties a TxProfile to one transaction; for no other purpose."),
    QT_TRANSLATE_NOOP("ocpp", "What is limited: the whole station, every transaction, or one transaction."),
    QT_TRANSLATE_NOOP("ocpp", "What the certificate vouches for."),
    QT_TRANSLATE_NOOP("ocpp", "What the station shall know about the tag; leave it out to delete the tag."),
    QT_TRANSLATE_NOOP("ocpp", "Whatever the vendor and you have agreed on."),
    QT_TRANSLATE_NOOP("ocpp", "When an absolute schedule begins; left out, it begins with the charging."),
    QT_TRANSLATE_NOOP("ocpp", "When the period begins, counted from the start of the schedule; the first "
                              "begins at 0."),
    QT_TRANSLATE_NOOP("ocpp", "When the reservation ends."),
    QT_TRANSLATE_NOOP("ocpp", "When the station shall fetch it."),
    QT_TRANSLATE_NOOP("ocpp", "When the station shall install it; left out: at once."),
    QT_TRANSLATE_NOOP("ocpp", "Where the firmware lies."),
    QT_TRANSLATE_NOOP("ocpp", "Where the station shall upload the log to."),
    QT_TRANSLATE_NOOP("ocpp", "Where to, and which part of the log."),
    QT_TRANSLATE_NOOP("ocpp", "Whether this tag may charge."),
    QT_TRANSLATE_NOOP("ocpp", "Which log to upload."),
    QT_TRANSLATE_NOOP("ocpp", "Which message of the vendor."),
    QT_TRANSLATE_NOOP("ocpp", "Which root certificates to list."),
};

} // namespace

std::span<const char *const> helpTexts()
{
    return texts;
}

} // namespace ui
