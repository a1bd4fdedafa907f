using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>A diagnostic in a project, and two different repairs of it that the gate accepts.</summary>
/// <param name="Request">The diagnostic.</param>
/// <param name="First">The document's text with the first repair.</param>
/// <param name="Second">The document's text with the other repair.</param>
internal sealed record Subject(RepairRequest Request, SourceText First, SourceText Second)
{
    /// <summary>The first repair, to be judged.</summary>
    public CandidateEdit FirstEdit => Edit(First);

    /// <summary>The other repair, to be judged.</summary>
    public CandidateEdit SecondEdit => Edit(Second);

    private CandidateEdit Edit(SourceText text) => new(Request.Document, text)
    {
        Target = Request.Diagnostic,
        Region = Request.Region,
        RequestedText = Request.Text,
    };
}
