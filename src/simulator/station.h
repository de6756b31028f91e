// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/requests.h"

namespace simulator {

/// A charge point: speaks OCPP 1.6-J by itself, and does what people and accidents do to it by the calls
/// below. Lives in the thread of its timeline. Connector numbers start at 1; calls for a connector that does
/// not exist do nothing.
class Station {
public:
    Station(StationOptions options, Timeline &timeline, Journal &journal);
    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

    const QString &id() const { return options_.id; }
    const StationOptions &options() const { return options_; }

    // Power and line.
    void switchOn();
    void reboot();
    /// Restarts with the configuration that it was delivered with, without local list, reservations, charging profiles
    /// and certificates. It still knows the central system and its password.
    void resetToFactory();
    void losePower(std::chrono::milliseconds duration);
    void goOffline();
    void goOnline();
    /// Closes the line in good order, for the end of a run.
    void leave();

    // People.
    void plugIn(int connector, const Vehicle &vehicle = {});
    void unplug(int connector);
    void presentTag(int connector, const QString &idTag);
    /// The plugged car identifies itself (Plug & Charge). Where nobody is to be asked about certificates, `responder` is empty.
    void presentContract(int connector, const QString &emaid, const QString &responder);
    /// The tag that started the transaction is shown again.
    void stopLocally(int connector);
    void emergencyStop(int connector);

    // Physics. Nothing: back to normal.
    void setDemand(int connector, std::optional<double> watts);
    void setOffer(int connector, std::optional<double> watts);
    void setRegister(int connector, double wattHours);
    void setJammed(int connector, bool jammed);

    // Accidents. Connector 0 is the controller.
    void fault(int connector, const Trouble &trouble);
    void clearFault(int connector);
    /// Trouble that does not keep from charging.
    void warn(int connector, const Trouble &trouble);

    // Talk.
    void sendData(const QString &vendorId, const QString &messageId, const QString &data);
    void setBehaviour(const QString &action, const Behaviour &behaviour) { requests_.setBehaviour(action, behaviour); }
    void setCertificateManner(CertificateManner manner) { blocks_.certificates.setManner(manner); }
    void requestCertificate() { blocks_.certificates.requestOwn(); }
    void tellSecurityEvent(const QString &type, const QString &techInfo) { blocks_.certificates.tell(type, techInfo); }
    void setPlugAndChargeForm(PlugAndChargeForm form) { blocks_.plugAndCharge.setForm(form); }
    void requestV2gCertificate() { blocks_.plugAndCharge.requestOwn(); }
    void askCertificateStatus(const QString &emaid, const QString &responder)
    {
        blocks_.plugAndCharge.askStatus(emaid, responder);
    }
    void askEvCertificate(const QString &exi) { blocks_.plugAndCharge.askEvCertificate(exi); }
    void setFileManner(FileManner manner) { blocks_.files.setManner(manner); }
    bool configure(const QString &key, const QString &value) { return blocks_.configuration.assign(key, value); }

    // What can be seen.
    bool isAccepted() const { return blocks_.registration.isAccepted(); }
    bool isOnline() const { return blocks_.caller.isOnline(); }
    /// Switched on, and not taken off the line: online, or on the way there.
    bool wantsToBeOnline() const { return lineWanted_ && !power_.isSet(); }
    /// Everything has been said and answered.
    bool isQuiet() const { return blocks_.queue.isEmpty() && blocks_.caller.isIdle(); }
    std::size_t queued() const { return blocks_.queue.size(); }
    int bootsAccepted() const { return bootsAccepted_; }
    int transactionsBegun() const { return transactionsBegun_; }
    std::optional<ocpp::ChargePointStatus> status(int connector) const;
    TransactionPtr transaction(int connector) const;
    const ConfigurationKeys &configuration() const { return blocks_.configuration; }
    const Certificates &certificates() const { return blocks_.certificates; }
    const PlugAndCharge &plugAndCharge() const { return blocks_.plugAndCharge; }
    const ChargingProfiles &profiles() const { return blocks_.profiles; }
    const Connectors &connectors() const { return blocks_.connectors; }
    ocpp::Timestamp now() const { return blocks_.clock.now(); }

    /// Anything of the above is different now.
    Event<> changed;

private:
    void wire();
    void received(const QByteArray &text);
    void receivedGarbage(const ocpp::BadFrame &frame, const QByteArray &text);
    void receivedAnswer(const ocpp::Frame &frame, const QByteArray &text);
    void accepted();
    void resumed();
    void goDark(bool takesLeave);
    void keyChanged(QLatin1StringView key);
    void applyConfiguration();
    template<class F>
    void change(int connector, F function);

    const StationOptions options_;
    Timeline &timeline_;
    Journal &journal_;
    Blocks blocks_;
    Requests requests_;
    Alarm power_;
    std::chrono::milliseconds darkness_;
    bool lineWanted_ = true;
    int bootsAccepted_ = 0;
    int transactionsBegun_ = 0;
};

} // namespace simulator
