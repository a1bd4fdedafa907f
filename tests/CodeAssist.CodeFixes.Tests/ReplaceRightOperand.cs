using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.Tests;

/// <summary>Repairs CDA1001 in tests: writes a name in place of the right operand, in the innermost operation that is flagged.</summary>
internal sealed class ReplaceRightOperand(string name) : IProposer
{
    public string Name => "builtin";

    public string? Model => null;

    public int FeedbackRounds => 0;

    public bool Handles(string diagnosticId) => diagnosticId == "CDA1001";

    public async Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
    {
        var root = await request.Document.GetSyntaxRootAsync(cancellation);
        var binary = root!.FindNode(request.Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BinaryExpressionSyntax>()!;
        return Proposal.Edit("Write " + name, request.Text.WithChanges(new TextChange(binary.Right.Span, name)));
    }
}
