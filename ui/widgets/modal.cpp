// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/modal.h"

#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

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

constexpr int narrowestBox = 400; // px

/// Title, text and buttons between margins like those of a page; QMessageBox indents its texts, and says its title like
/// the rest.
struct Box {
    Box(QWidget *parent, const QString &windowTitle, const QString &title, const QString &text)
        : dialog(new QDialog(parent)), buttons(new QDialogButtonBox(dialog))
    {
        dialog->setWindowTitle(windowTitle);
        dialog->setAccessibleDescription(text);
        auto *head = new Label(title, TextSize::Section, Role::Text, dialog);
        auto *body = new Label(text, TextSize::Body, Role::Text, dialog);
        for (Label *label : {head, body})
            label->wrapping().setMinimumWidth(narrowestBox);
        auto *layout = new QVBoxLayout(dialog);
        layout->setContentsMargins(24, 24, 24, 24);
        layout->setSpacing(8);
        layout->addWidget(head);
        layout->addWidget(body);
        layout->addSpacing(16);
        layout->addWidget(buttons);
        layout->setSizeConstraint(QLayout::SetFixedSize);
        QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    }

    QDialog *dialog;
    QDialogButtonBox *buttons;
};

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
    const Box box(parent, question.title, question.title, question.text);
    box.buttons->addButton(question.action, QDialogButtonBox::AcceptRole);
    QPushButton *cancel = box.buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    QObject::connect(box.dialog, &QDialog::accepted, parent, agreed);
    open(*box.dialog);
}

void about(QWidget *parent)
{
    if (stage())
        return;
    const Box box(parent, Words::tr("About Stationmaster"),
                  Words::tr("Stationmaster %1").arg(QCoreApplication::applicationVersion()),
                  Words::tr("An OCPP 1.6-J central system for the desktop.\n\n"
                            "Free software under the GNU General Public License, version 3 or later."));
    box.buttons->addButton(QDialogButtonBox::Close);
    open(*box.dialog);
}

} // namespace ui::modal
