// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/modal.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui::modal {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::modal)
};

Answers *&stage()
{
    static Answers *answers = nullptr;
    return answers;
}

void open(QDialog &dialog)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.open();
}

} // namespace

Answers::Answers()
{
    stage() = this;
}

Answers::~Answers()
{
    stage() = nullptr;
}

void chooseFile(QWidget *parent, const FileRequest &request, const std::function<void(const QString &)> &chosen)
{
    if (const Answers *answers = stage()) {
        const QString file = answers->file ? answers->file(request) : QString();
        if (!file.isEmpty())
            chosen(file);
        return;
    }
    const bool saving = request.kind == FileRequest::Kind::Save;
    auto *dialog = new QFileDialog(parent, request.title, request.suggestion, request.filter);
    dialog->setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, !request.mayReplace);
    if (saving)
        dialog->selectFile(request.suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    open(*dialog);
}

void ask(QWidget *parent, const Question &question, const std::function<void()> &agreed)
{
    if (const Answers *answers = stage()) {
        if (answers->question && answers->question(question))
            agreed();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.title, QMessageBox::Cancel, parent);
    box->setInformativeText(question.text);
    const QPushButton *action = box->addButton(question.action, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(action, &QPushButton::clicked, parent, agreed);
    open(*box);
}

void about(QWidget *parent)
{
    if (stage())
        return;
    auto *box = new QMessageBox(QMessageBox::NoIcon, Words::tr("About Stationmaster"),
                                Words::tr("Stationmaster %1").arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, parent);
    box->setInformativeText(Words::tr("An OCPP 1.6-J central system for the desktop.\n\n"
                                      "Free software under the GNU General Public License, version 3 or later."));
    open(*box);
}

} // namespace ui::modal
