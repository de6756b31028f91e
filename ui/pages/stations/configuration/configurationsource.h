// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/stations/configuration/configurationrow.h"

namespace ui {

/// Keeps a model of one station's configuration in step with the database.
class ConfigurationSource : public QObject {
    Q_OBJECT
public:
    ConfigurationSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<ConfigurationRow> &model() { return model_; }
    /// The model's rows and what else is known; rows as of the last reading.
    [[nodiscard]] const ConfigurationReading &reading() const { return reading_; }
    [[nodiscard]] QString station() const { return station_; }
    void setStation(const QString &station);
    void setOpen(bool open);
    void reload();

signals:
    void updated();
    void failed(const store::Error &error);

private:
    void read(const store::ChangeSet &changes);

    Backend backend_;
    TableModel<ConfigurationRow> model_;
    ChangeGate gate_;
    ConfigurationReading reading_;
    QString station_;
};

} // namespace ui
